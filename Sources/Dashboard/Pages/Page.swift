/// What a page shows; its template shows the properties of the value by their names.
protocol ShownPage: Sendable {
  /// The path of the page, or of the form that it answers, as the router reads it.
  static var path: String { get }
  /// The name of the template.
  static var template: String { get }
  /// Whether it shows files of this server in frames.
  static var framesOwnFiles: Bool { get }
  /// The part of the guide that explains it; `nil` for a page of the guide itself, and for one that comes before
  /// the guide can be opened.
  static var help: GuidePlace? { get }
  /// The title.
  var title: String { get }
}

extension ShownPage {
  static var framesOwnFiles: Bool { false }
  static var help: GuidePlace? { nil }
}

/// A page with an address of its own: what it shows, from one look at the workspace.
protocol Page: ShownPage {
  /// The name in the navigation; `nil` for a page that others lead to.
  static var name: String? { get }
  /// Who may open it.
  static var readers: Audience { get }
  /// The keys that its address may have, beside those of all pages.
  static var keys: Set<String> { get }

  /// Whether it tells something only where several kecamatan are watched, so that the navigation names it there
  /// alone.
  static var isOfSeveralKecamatan: Bool { get }

  /// Whether it is kept until something changes of what it was made of: of a page that looks at files only
  /// through its visit.
  static var isKept: Bool { get }

  /// Answers what the page is asked.
  ///
  /// - Throws: What answering throws, a ``QueryFault``, or ``ShownTrouble``.
  init(_ visit: Visit) throws
}

extension Page {
  static var isOfSeveralKecamatan: Bool { false }
  static var isKept: Bool { false }
}
