package tree_test

import (
	"testing"
	"time"

	bush "example.com/m"
)

var walk = bush.Walk

func TestWalk(t *testing.T) {
	if n := walk(&bush.Node{}, func(bush.Node) bool { return true }, time.Second); n != 1 {
		t.Errorf("walked %d", n)
	}
}
