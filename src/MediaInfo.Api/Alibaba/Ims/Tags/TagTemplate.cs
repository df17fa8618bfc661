using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The template that a call names.</summary>
/// <param name="Recognisers">The recognisers that it asks for.</param>
/// <param name="Parameter">The parameter that names it, for errors.</param>
/// <param name="IsOfService">Whether the service offers it.</param>
internal sealed record TagTemplate(IReadOnlyList<RecogniserKind> Recognisers, string Parameter, bool IsOfService);
