// Package metrics counts.
package metrics

// CountLinkname counts the use of a symbol.
func CountLinkname(symbol string) {}
