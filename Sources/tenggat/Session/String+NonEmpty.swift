internal import PlainText

extension String {
  /// The text; `nil` where nothing but blanks is in it.
  var nonEmpty: String? { isBlank ? nil : self }
}
