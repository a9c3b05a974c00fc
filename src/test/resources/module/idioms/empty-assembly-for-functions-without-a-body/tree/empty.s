// Lets functions be declared without a body.
