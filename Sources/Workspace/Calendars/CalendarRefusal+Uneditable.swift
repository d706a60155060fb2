package import CalendarFiles

extension CalendarRefusal {
  /// What is in the way of a change of a text.
  package init(_ uneditable: Uneditable) {
    self =
      switch uneditable.reason {
      case .flow: .inBrackets(uneditable.place)
      case .text: .textBlock(uneditable.place)
      case .otherMeaning: .otherMeaning(uneditable.place)
      }
  }
}
