// Package a holds its breath.
package a
