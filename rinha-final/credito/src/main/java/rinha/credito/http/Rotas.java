package rinha.credito.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import rinha.credito.observacao.Metricas;

/// O mapa da API: que caminho leva a que código.
final class Rotas {
    private final Dependencias dependencias;
    private final Saida saida;
    private final Clientes clientes;
    private final Corpo corpo;
    private final boolean compressao;

    Rotas(Dependencias dependencias, Saida saida, OpcoesHttp opcoes) {
        this.dependencias = dependencias;
        this.saida = saida;
        clientes = dependencias.clientes();
        corpo = new Corpo(opcoes.corpoMaximo(), opcoes.pedido());
        compressao = opcoes.compressao();
    }

    void registrar(RoutesConfig rotas) {
        var armazenamento = dependencias.armazenamento();
        var limite = dependencias.limite();
        var saude = new RotasDeSaude(armazenamento, dependencias.preparado(), saida);
        rotas.post("/clientes/{id}/transacoes", rota("POST", "/clientes/{id}/transacoes", new RotaDeTransacao(clientes, limite, corpo, dependencias.escrita())));
        ler(rotas, "/clientes/{id}/extrato", comVary(new RotaDeExtrato(clientes, limite, armazenamento)));
        ler(rotas, "/clientes/{id}/transacoes", comVary(new RotaDeHistoria(clientes, limite, armazenamento)));
        ler(rotas, "/health", saude::saude);
        ler(rotas, "/ready", saude::prontidao);
        dependencias.metricas().ifPresent(metricas -> ler(rotas, "/metrics", ctx -> exporMetricas(ctx, metricas)));
        if (dependencias.reset()) {
            rotas.post("/reset", rota("POST", "/reset", this::zerar));
        }
        rotas.exception(NotFoundResponse.class, (_, ctx) -> recusar(ctx, () -> Resposta.problema(ctx, Problemas.ROTA_DESCONHECIDA)));
        rotas.exception(MethodNotAllowedResponse.class, (e, ctx) -> recusar(ctx, () -> {
            ctx.res().setHeader("Allow", e.getDetails().getOrDefault("availableMethods", ""));
            Resposta.problema(ctx, Problemas.METODO_NAO_PERMITIDO);
        }));
    }

    /// HEAD responde o mesmo que GET, sem o corpo; sem rota própria, o Javalin responderia 200 até a um cliente que não existe.
    private void ler(RoutesConfig rotas, String modelo, Rota.Alvo alvo) {
        var rota = rota("GET", modelo, alvo);
        rotas.get(modelo, rota);
        rotas.head(modelo, rota);
    }

    /// Onde a resposta pode passar do tamanho que se comprime: um cache no caminho não dá a um cliente o gzip que outro pediu.
    private Rota.Alvo comVary(Rota.Alvo alvo) {
        return !compressao ? alvo : ctx -> {
            ctx.res().setHeader("Vary", "Accept-Encoding");
            alvo.atender(ctx);
        };
    }

    private Rota rota(String metodo, String modelo, Rota.Alvo alvo) {
        Rota.Medidor medidor = dependencias.metricas().<Rota.Medidor>map(metricas -> metricas.rota(metodo, modelo)::registrar).orElse((_, _) -> {});
        return new Rota(alvo, medidor, saida);
    }

    private void zerar(Context ctx) {
        dependencias.armazenamento().zerar();
        ctx.res().setStatus(204);
    }

    private static void exporMetricas(Context ctx, Metricas metricas) throws IOException {
        Resposta.escrever(ctx, 200, Metricas.TIPO_DE_CONTEUDO, metricas.texto().getBytes(StandardCharsets.UTF_8));
    }

    private interface Escrever {
        void executar() throws IOException;
    }

    /// Fora das rotas o Javalin não aceita `IOException`; e um cliente que já foi não precisa da recusa.
    private void recusar(Context ctx, Escrever resposta) {
        Rota.devolverCorrelacao(ctx);
        saida.pedirFim(ctx.res());
        try {
            resposta.executar();
        } catch (IOException e) {
            ctx.res().setStatus(499);
        }
    }
}
