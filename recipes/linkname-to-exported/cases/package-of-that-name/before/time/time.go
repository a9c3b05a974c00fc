// Package time has durations of its own.
package time

// Duration is in seconds.
type Duration int64
