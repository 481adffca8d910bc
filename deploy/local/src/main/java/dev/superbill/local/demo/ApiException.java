package dev.superbill.local.demo;

/** A call that was answered otherwise than the demo needs. */
class ApiException extends RuntimeException {

    private final int status;

    ApiException(String call, int status, String answer) {
        super(call + " answered " + status + ": " + answer);
        this.status = status;
    }

    int status() {
        return status;
    }
}
