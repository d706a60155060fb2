public import Hummingbird
internal import NIOCore

/// What is known of a request beside what it says.
public struct PageContext: RequestContext {
  /// What the library keeps.
  public var coreContext: CoreRequestContextStorage
  /// The address at the other end of the connection; `nil` where it is not known.
  let remote: String?
  /// How it came; set by ``Safeguards``.
  var way = Site.Way(client: "", isEncrypted: false)

  /// Takes what a connection tells.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remote = source.channel.remoteAddress?.ipAddress
  }
}
