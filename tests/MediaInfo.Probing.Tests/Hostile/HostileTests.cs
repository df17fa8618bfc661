namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>The suites that read the hostile samples, one after another: each looks for processes that still read them.</summary>
[CollectionDefinition(nameof(HostileTests))]
public sealed class HostileTests : ICollectionFixture<HostileFixture>;
