# Standalone, for any container platform on x64 and arm64:
#   docker build -t mediainfo .
#   docker run -v ./media:/media -v data:/data -p 7071:7071 mediainfo
# /media holds the buckets, which are folders; /data holds all that lasts. docs/deploy.md tells more, compose.yaml does the same.
# For another processor than the builder's: docker buildx build --platform linux/amd64,linux/arm64. Nothing of it is emulated.
# Base images are pinned by digest. Dependabot updates them.

FROM --platform=$BUILDPLATFORM node:22-bookworm-slim@sha256:d649c27dae7ba0137b3cef5dd75baa422c08dc3d9e3fc0c23dfb172dc3cc6436 AS npm
ARG TARGETARCH
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
# npm and Docker have different names for the same processor.
RUN cpu=$(echo "$TARGETARCH" | sed s/amd64/x64/) && npm ci --os=linux --cpu="$cpu" \
    && mkdir /tools && mv "node_modules/@ffprobe-installer/linux-$cpu/ffprobe" "node_modules/@ffmpeg-installer/linux-$cpu/ffmpeg" /tools

# The page of /console: static files, the same for every processor.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim@sha256:d649c27dae7ba0137b3cef5dd75baa422c08dc3d9e3fc0c23dfb172dc3cc6436 AS console
WORKDIR /console
COPY src/MediaInfo.Console/package.json src/MediaInfo.Console/package-lock.json src/MediaInfo.Console/.npmrc ./
RUN npm ci
COPY src/MediaInfo.Console/ ./
RUN npm run build

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0@sha256:e1ffd2a92ae84c1291bc1b6887501f8af98e6331e7af6d4c8d37168c5e87a64c AS build
ARG TARGETARCH
# The sources come without their history, so whoever builds gives the version and the commit.
ARG VERSION=0.0.0
ARG REVISION=
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props THIRD-PARTY-NOTICES.md ./
COPY licences/ licences/
COPY eng/ eng/
COPY src/ src/
COPY --from=console /console/dist/ src/MediaInfo.Console/dist/
COPY --from=npm /tools/ /tools/
RUN dotnet publish src/MediaInfo.Standalone -c Release -a "$TARGETARCH" \
      -p:FfprobeFile=/tools/ffprobe -p:FfmpegFile=/tools/ffmpeg \
      -p:MinVerVersionOverride="$VERSION" -p:SourceRevisionId="$REVISION" -o /app \
    && chmod 0555 /app/ffprobe /app/ffmpeg && mkdir /empty

# Not the chiseled image, because a shell supervises ffprobe and ffmpeg.
FROM mcr.microsoft.com/dotnet/aspnet:10.0@sha256:a4556ed033fa96f984bb7a8d348851cb2d36b1281dd2420070045f664fbb5f94
ARG VERSION=0.0.0
ARG REVISION=
LABEL org.opencontainers.image.title="mediainfo" \
      org.opencontainers.image.description="Media information behind the APIs of Alibaba MPS, Alibaba IMS and Huawei MPC" \
      org.opencontainers.image.licenses="MIT AND GPL-3.0-or-later" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
WORKDIR /app
COPY --from=build /app ./
# A new volume takes the owner of the folder that it covers: the user that runs the service (APP_UID of the base image).
COPY --from=build --chown=1654:1654 /empty/ /data/
COPY --from=build --chown=1654:1654 /empty/ /media/
# The runtime's diagnostic port is a file, which a read-only file system does not allow.
ENV ASPNETCORE_HTTP_PORTS=7071 DOTNET_EnableDiagnostics=0 \
    MediaInfo__Storage__Local__Directory=/data MediaInfo__Storage__Local__Media=/media
EXPOSE 7071
VOLUME /data
USER $APP_UID
# The image has no curl; bash speaks enough HTTP for this.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7071; printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3; read -r line <&3; [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "MediaInfo.Standalone.dll"]
