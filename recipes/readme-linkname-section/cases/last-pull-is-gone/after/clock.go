// Package m tells the time.
package m
