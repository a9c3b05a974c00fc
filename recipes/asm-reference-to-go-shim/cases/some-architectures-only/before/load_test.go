//go:build amd64 || arm64

package a

import "testing"

func TestLoad(t *testing.T) {
	n := uint64(1) << 40
	if got := Load(&n); got != n {
		t.Errorf("Load = %d", got)
	}
}
