/// How a piece of text is set off; it must read as well without.
package enum Style: String, Sendable {
  case plain, strong, faint, bad, soon, good
}
