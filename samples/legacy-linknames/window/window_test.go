package window_test

import (
	"testing"
	_ "unsafe"

	"example.com/legacy/window"
)

//go:linkname total example.com/legacy/window.total
func total(values []int) int

func TestSumOfTheLastValues(t *testing.T) {
	if got := window.Sum(2, 1, 2, 3); got != 5 {
		t.Errorf("Sum = %d", got)
	}
}

func TestTotal(t *testing.T) {
	if got := total([]int{1, 2}); got != 3 {
		t.Errorf("total = %d", got)
	}
}
