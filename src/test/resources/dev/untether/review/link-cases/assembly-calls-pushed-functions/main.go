//go:build amd64

package main

func move()

func main() { move() }
