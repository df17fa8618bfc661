using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.Api.Reports;

/// <summary>
/// CreateUpload, our own action: a signed address to which the caller sends one object by PUT, into a bucket that the account
/// may write.
/// </summary>
/// <parameter name="Bucket" required="true" type="string" maxlength="63" example="example-bucket">The bucket.</parameter>
/// <parameter name="Object" required="true" type="string" maxlength="1024" example="uploads/holiday.mp4">
/// The object's key, not percent-encoded.
/// </parameter>
/// <parameter name="Size" required="true" type="integer" min="1" example="1048576">
/// The object's size in bytes, up to <c>Uploads:MaxBytes</c>.
/// </parameter>
/// <parameter name="Overwrite" otherwise="false" type="boolean" example="true">
/// true to replace an object that is there. Otherwise neither this call nor the address replaces any.
/// </parameter>
public sealed class CreateUpload(
    IObjectUploads uploads, IObjectStore objects, ObjectAccess access, UploadOptions options) : OwnAction
{
    private const string Bucket = "Bucket";
    private const string Key = "Object";
    private const string Length = "Size";
    private const string Replace = "Overwrite";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (upload, error) = Parse(call);
        if (upload is null)
        {
            return error!;
        }

        if (!options.Enabled)
        {
            return ReportErrors.UploadsUnavailable;
        }

        if (access.RefusalOf(call.Account, upload.Target) is { } refusal)
        {
            return refusal == ObjectWriteStatus.Denied ? ReportErrors.BucketForbidden : ReportErrors.Invalid(Key);
        }

        if (!uploads.CanHave(upload.Target))
        {
            return ReportErrors.Invalid(Key);
        }

        if (!upload.Overwrite && await ExistsAsync(upload.Target, cancellationToken))
        {
            return ReportErrors.ObjectExists;
        }

        return await uploads.SignAsync(upload, options.Lifetime, cancellationToken) is { } address
            ? RpcAnswer.Ok(new CreateUploadResponse(call.RequestId, new Upload(
                address.Url.AbsoluteUri,
                HttpMethod.Put.Method,
                address.Headers,
                OwnText.Time(address.ExpiresAt),
                upload.Size)), ReportJson.Wire.CreateUploadResponse)
            : ReportErrors.UploadsUnavailable;
    }

    private (ObjectUpload? Upload, RpcError? Error) Parse(RpcCall call)
    {
        if (call.Parameters[Bucket] is not { } bucket)
        {
            return (null, RpcErrors.Missing(Bucket));
        }

        if (call.Parameters[Key] is not { } key)
        {
            return (null, RpcErrors.Missing(Key));
        }

        if (call.Parameters[Length] is not { } length)
        {
            return (null, RpcErrors.Missing(Length));
        }

        var replaces = call.Parameters[Replace] switch
        {
            null or "false" => false,
            "true" => true,
            _ => (bool?)null,
        };
        return !BucketName.IsLegal(bucket) ? (null, ReportErrors.Invalid(Bucket))
            : key.Length > ObjectRef.MaxKeyLength ? (null, ReportErrors.Invalid(Key))
            : !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1
                ? (null, ReportErrors.Invalid(Length))
            : size > options.MaxBytes ? (null, ReportErrors.UploadTooLarge(options.MaxBytes))
            : replaces is not { } overwrite ? (null, ReportErrors.Invalid(Replace))
            : (new ObjectUpload(new ObjectRef(bucket, key), size, overwrite), null);
    }

    private async Task<bool> ExistsAsync(ObjectRef target, CancellationToken cancellationToken)
    {
        try
        {
            return await objects.FindAsync(target, cancellationToken) is not null;
        }
        catch (UnauthorizedAccessException)
        {
            // The address decides: it does not replace an object either.
            return false;
        }
    }
}
