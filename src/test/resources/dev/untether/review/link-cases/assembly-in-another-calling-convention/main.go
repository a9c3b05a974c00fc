//go:build amd64

package main

func barrier()

func main() { barrier() }
