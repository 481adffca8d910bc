package dev.superbill.platform.events;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a record that identifies a patient or may tell of one: its JSON is sealed, as one text
 * ({@link dev.superbill.phi.PracticeCipher#sealText}). In an event it travels so, in the outbox, in Kafka and in dead letters
 * alike; in a stored document it rests so ({@link EventJson#sealing}). Whoever writes and reads it names the component
 * alike, because its name is sealed with it.
 */
@JacksonAnnotationsInside
@JsonSerialize(using = SealedField.Writer.class)
@JsonDeserialize(using = SealedField.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Identifying {}
