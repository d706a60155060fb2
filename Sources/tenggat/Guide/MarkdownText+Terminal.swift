internal import PlainText

extension MarkdownText {
  /// A text without the marks of Markdown, as a terminal shows it: code and stress as they are, links by what they
  /// lead to.
  static func plain(_ text: String) -> String {
    runs(text).map(plain).joined()
  }

  private static func plain(_ run: Run) -> String {
    switch run.kind {
    case .text, .code: run.words
    case .image: "[gambar: \(run.words)]"
    case .link(let place):
      place.contains("://") && place != run.words ? "\(run.words) (\(place))" : run.words
    case .page(let page, let heading):
      [
        page.isEmpty ? nil : "'tenggat panduan \(page)'", heading.map { "bagian \"\($0)\"" },
      ].compactMap(\.self).joined(separator: ", ")
    }
  }
}
