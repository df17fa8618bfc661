namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Declares the collection.</summary>
[CollectionDefinition(StandaloneFixture.Collection)]
public sealed class StandaloneTests : ICollectionFixture<StandaloneFixture>;
