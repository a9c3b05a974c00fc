module example.com/mono/services/search

go 1.22

require (
	example.com/mono/libs/hash v0.0.0
)

replace (
	example.com/mono/libs/hash => ../../libs/hash
)
