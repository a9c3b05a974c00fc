package main

func park()

func main() { park() }
