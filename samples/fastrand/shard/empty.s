// Lets shard.go declare a function without a body.
