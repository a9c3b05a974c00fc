package search

import "testing"

func TestIndex(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{{"", -1}, {"x", 0}, {"abcxdef", 3}, {"abc", -1}} {
		if got := Index([]byte(c.in), 'x'); got != c.want {
			t.Errorf("Index(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}
