// Package a has tests.
package a
