//go:build !checklinkname0

package p

func checked() {}
