//go:build cgo || !linux

package main

func main() {
	println("build this for linux with CGO_ENABLED=0")
}
