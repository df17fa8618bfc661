using System.Text.Json;

namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetJobDescription.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="As">The form: mps, ims, mpc, report or ffprobe.</param>
/// <param name="Description">
/// The description in that form: MPS's Properties, IMS's MediaInfoProperty, MPC's metadata, the members of GetProbeReport, or
/// ffprobe's own JSON.
/// </param>
public sealed record GetJobDescriptionResponse(string RequestId, string As, JsonElement Description);
