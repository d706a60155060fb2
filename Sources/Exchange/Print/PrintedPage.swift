/// A page of HTML to print, which loads nothing from elsewhere and has no script.
package struct PrintedPage {
  package let title: String
  package let style: HTMLText
  /// Whether pictures are in it, as data.
  package let hasImage: Bool
  package let content: HTMLText

  /// Describes a page.
  package init(title: String, style: HTMLText, hasImage: Bool, content: HTMLText) {
    self.title = title
    self.style = style
    self.hasImage = hasImage
    self.content = content
  }

  /// The whole page.
  package var html: String {
    let images: HTMLText = hasImage ? "; img-src data:" : ""
    let page: HTMLText = """
      <!DOCTYPE html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta name="generator" content="Tenggat">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(images)">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(content)
      </body>
      </html>

      """
    return page.markup
  }
}
