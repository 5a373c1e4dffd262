// Mocha keeps stacks whole: an error in a deep recursion then costs as much as it is deep, which none does in an editor.
Error.stackTraceLimit = 50;
