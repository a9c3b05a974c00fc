package clock

import "example.com/m/metrics"

// The symbols that this package takes from the standard library's insides are counted once per
// process, so that dashboards show who depends on them.
func init() {
	metrics.CountLinkname("runtime.nanotime")
}
