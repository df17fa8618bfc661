using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Reads object addresses as the job actions do, and checks that the account may read the object.</summary>
public sealed class LibraryUrl(OssUrl urls, ObjectAccess access)
{
    /// <summary>The object and region that an address names, or why the account may not read it.</summary>
    /// <param name="account">The calling account's id.</param>
    /// <param name="parameter">The parameter's name, for the error.</param>
    /// <param name="url">The address.</param>
    public (ObjectRef? Source, string? Region, RpcError? Error) Parse(string account, string parameter, string url)
    {
        if (urls.Read(url) is not { } address)
        {
            return (null, null, ImsErrors.Invalid(parameter));
        }

        return access.MayRead(account, address.Source.Bucket)
            ? (address.Source, address.Region, null)
            : (null, null, ImsErrors.Forbidden);
    }
}
