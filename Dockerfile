# syntax=docker/dockerfile:1
# Standalone, for any container platform on x64:
#   docker build -t mediainfo .
#   docker run --read-only --tmpfs /tmp -p 8080:8080 --env-file settings.env mediainfo

FROM node:22-bookworm-slim AS npm
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Build.targets Directory.Packages.props THIRD-PARTY-NOTICES.md ./
COPY licences/ licences/
COPY eng/ eng/
COPY src/ src/
COPY --from=npm /source/node_modules/@ffprobe-installer/ node_modules/@ffprobe-installer/
RUN dotnet publish src/MediaInfo.Standalone -c Release -o /app && chmod 0555 /app/ffprobe

# Not the chiseled image: what watches over ffprobe is a shell.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# The runtime's diagnostic port is a file that a read-only file system would not take.
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash speaks enough HTTP for this.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3; read -r line <&3; [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "MediaInfo.Standalone.dll"]
