package main

import "C"

func run()

func main() { run() }
