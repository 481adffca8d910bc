/** When providers may be booked: weekly templates with exceptions by date. Without a template any time may be booked. */
@NullMarked
package dev.superbill.scheduling.schedule;

import org.jspecify.annotations.NullMarked;
