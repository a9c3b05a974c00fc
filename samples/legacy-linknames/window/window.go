// Package window keeps the last values of a series.
package window

type ring struct {
	values []int
	next   int
}

func newRing(size int) *ring { return &ring{values: make([]int, 0, size)} }

func (r *ring) add(v int) {
	if len(r.values) < cap(r.values) {
		r.values = append(r.values, v)
		return
	}
	r.values[r.next] = v
	r.next = (r.next + 1) % len(r.values)
}

func total(values []int) int {
	sum := 0
	for _, v := range values {
		sum += v
	}
	return sum
}

// Sum returns the sum of the last size of values.
func Sum(size int, values ...int) int {
	r := newRing(size)
	for _, v := range values {
		r.add(v)
	}
	return total(r.values)
}
