// Search puts words into buckets.
package main

import (
	"fmt"

	"example.com/mono/libs/hash"
)

func main() {
	fmt.Println(hash.String("word")%8 < 8)
}
