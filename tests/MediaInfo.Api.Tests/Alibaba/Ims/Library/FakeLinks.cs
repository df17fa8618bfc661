using System.Globalization;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

/// <summary>URLs that show the arguments they were made from.</summary>
internal sealed class FakeLinks : IObjectLinks
{
    public Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult<Uri?>(new Uri(
            string.Create(
                CultureInfo.InvariantCulture,
                $"https://storage.example.com/{source.Bucket}/{source.Key}?seconds={lifetime.TotalSeconds}")));
}
