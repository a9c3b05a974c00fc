//go:build amd64

package pause

import "testing"

func TestForEnds(t *testing.T) {
	For(10)
	For(0)
}
