package m

// Clock is a clock.
type Clock int
