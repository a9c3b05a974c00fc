// Package fakecgo holds the two assembly routines that a program needs to be called back
// from C without cgo. They are for linux and CGO_ENABLED=0; elsewhere the package is empty.
package fakecgo
