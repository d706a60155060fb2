internal import PlainText

/// A part of the guide that explains something: a page of it, or a heading on that page.
struct GuidePlace: Hashable, Sendable {
  /// The name of the page: `Halaman`.
  let page: String
  /// The heading as it is written; `nil` for the page from its beginning.
  let heading: String?

  /// Names a part.
  init(_ page: String, _ heading: String? = nil) {
    self.page = page
    self.heading = heading
  }

  /// Where it is.
  ///
  /// - Parameter paths: The addresses of the visit.
  /// - Returns: The address.
  func address(_ paths: PagePath) -> String {
    paths.page("\(GuideIndexPage.path)/\(page)")
      + (heading.map { "#\(MarkdownText.anchor(of: $0))" } ?? "")
  }
}
