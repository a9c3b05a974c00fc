package main

import "example.com/m/low"

func main() { low.Use() }
