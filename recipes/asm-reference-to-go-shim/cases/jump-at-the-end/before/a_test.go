//go:build amd64

package a

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{{"", -1}, {"y", -1}, {"yx", 1}, {strings.Repeat("y", 100) + "x", 100}, {strings.Repeat("y", 1000), -1}} {
		if got := Find(c.in, 'x'); got != c.want {
			t.Errorf("Find(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}

// The Go code behind the jump may run on a stack that has to grow, and be stopped by the collector.
func TestFindOnASmallStack(t *testing.T) {
	done := make(chan int)
	for i := 0; i < 100; i++ {
		go func() { done <- deep(200, strings.Repeat("y", 70)+"x") }()
	}
	for i := 0; i < 100; i++ {
		if got := <-done; got != 70 {
			t.Fatal(got)
		}
	}
}

func deep(n int, in string) int {
	var pad [64]byte
	if n > 0 {
		pad[n%64] = byte(n)
		return deep(n-1, in) + int(pad[(n+1)%64])
	}
	return Find(in, 'x')
}

func TestTheNameThatIsTaken(t *testing.T) {
	if !findInGo("x") {
		t.Error("findInGo")
	}
}
