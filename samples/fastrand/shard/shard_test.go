package shard

import "testing"

func TestPickReachesEveryCounter(t *testing.T) {
	var s Set
	seen := map[int]bool{}
	for i := 0; i < 1000; i++ {
		seen[s.Pick()] = true
	}
	if len(seen) != len(s.counts) {
		t.Errorf("picked %d of %d", len(seen), len(s.counts))
	}
}
