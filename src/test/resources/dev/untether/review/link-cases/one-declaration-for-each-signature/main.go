package main

func main() { println(mapiterkey(nil)) }
