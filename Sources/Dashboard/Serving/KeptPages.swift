internal import CivilCalendar
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization
internal import Workspace

/// Pages that were made, each for as long as what it was made of has not changed.
///
/// An office opens the same few pages again and again, and between two documents that come in they are the same
/// bytes: to look at the times of some files is a small part of making a page.
final class KeptPages: Sendable {
  /// What makes a page another one, beside what lies in files.
  struct Key: Hashable {
    let address: String
    let user: User?
    let token: String
    let origin: String
    let today: CivilDate
  }

  private struct Kept {
    let page: PageTemplates.Page
    let ground: PageGround
    /// When it was made or asked for last, counted in pages.
    var lastUse: Int
  }

  private struct Shelf {
    var pages: [Key: Kept] = [:]
    var bytes = 0
    var uses = 0

    mutating func remove(_ key: Key) {
      if let gone = pages.removeValue(forKey: key) { bytes -= gone.page.html.readableBytes }
    }
  }

  private let shelf = Mutex(Shelf())

  /// The pages that are kept at most; each costs some file names beside its bytes.
  static let mostPages = 128
  /// The bytes of all pages that are kept at most.
  static let mostBytes = 16 << 20

  /// A page that was made before and would be made the same again; `nil` where there is none.
  func page(_ key: Key) -> PageTemplates.Page? {
    let kept = shelf.withLock { shelf in
      shelf.uses += 1
      shelf.pages[key]?.lastUse = shelf.uses
      return shelf.pages[key]
    }
    guard let kept else { return nil }
    guard kept.ground.holds else {
      shelf.withLock { $0.remove(key) }
      return nil
    }
    return kept.page
  }

  /// Keeps a page; the ones that nobody asked for the longest go where there are too many.
  func keep(_ page: PageTemplates.Page, _ key: Key, on ground: PageGround) {
    guard ground.holds, page.html.readableBytes <= KeptPages.mostBytes / 8 else { return }
    shelf.withLock { shelf in
      shelf.remove(key)
      shelf.uses += 1
      shelf.pages[key] = Kept(page: page, ground: ground, lastUse: shelf.uses)
      shelf.bytes += page.html.readableBytes
      while shelf.pages.count > KeptPages.mostPages || shelf.bytes > KeptPages.mostBytes,
        let oldest = shelf.pages.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        shelf.remove(oldest.key)
      }
    }
  }
}
