// Command linkname-example calls a function through a package that borrows it from another.
package main

import "linkname-example/pkg/bar"

func main() {
	bar.Bar()
}
