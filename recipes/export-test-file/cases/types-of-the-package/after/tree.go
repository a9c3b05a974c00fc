package tree

import "time"

// Node is a node.
type Node struct{ next *Node }

func walk(n *Node, each func(Node) bool, wait time.Duration) (count int) {
	for ; n != nil && each(*n); n = n.next {
		count++
	}
	return count
}

// Len returns the length.
func (n *Node) Len() int { return walk(n, func(Node) bool { return true }, 0) }
