package vn.motcua.messaging;

/** Somebody who takes messages of one channel to their addresses. */
interface Carrier {

    Channel channel();

    /** By which configuration and log know it. */
    String name();

    /** Takes it, or says why not. Never throws for what the other side does. */
    Outcome carry(Parcel parcel);

    /** What became of an attempt. */
    sealed interface Outcome {

        /** The other side has it now and calls it so. */
        record Accepted(String reference) implements Outcome {}

        /** There is no such address, or it takes nothing from anybody; trying again is no use. */
        record NoSuchAddress(String why) implements Outcome {}

        /** Not now, or not through this carrier. */
        record Unavailable(String why) implements Outcome {}
    }
}
