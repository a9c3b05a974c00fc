package tree_test

import (
	"testing"
	"time"
	_ "unsafe"

	bush "example.com/m"
)

//go:linkname walk example.com/m.walk
func walk(n *bush.Node, each func(bush.Node) bool, wait time.Duration) int

func TestWalk(t *testing.T) {
	if n := walk(&bush.Node{}, func(bush.Node) bool { return true }, time.Second); n != 1 {
		t.Errorf("walked %d", n)
	}
}
