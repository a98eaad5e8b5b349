package rinha.carga.relatorio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.MedidaDaRota;
import rinha.carga.medida.Resultado;
import rinha.carga.medida.SaudeDoGerador;

/// Escreve o resultado em JSON, para outro programa ler. Tempos em milissegundos, salvo onde o nome diz segundos.
public final class RelatorioJson {

    /// Muda quando um campo some ou muda de sentido; campo novo não a muda.
    static final int VERSAO = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RelatorioJson() {
    }

    public static void escrever(Resultado r, Path arquivo) throws IOException {
        Files.write(arquivo, JSON.writeValueAsBytes(arvore(r)));
    }

    /// Devolve o relatório como árvore, para quem o põe dentro de outro.
    public static ObjectNode arvore(Resultado r) {
        ObjectNode raiz = JSON.createObjectNode().put("versao", VERSAO).put("comecou", r.comecou().toString());
        raiz.set("plano", plano(r.plano()));
        raiz.set("maquina", JSON.valueToTree(Maquina.esta()));
        raiz.put("interrompida", r.interrompida()).put("cortados", r.cortados()).put("segundos", r.segundos()).put("enviados", r.enviados())
                .put("pedidos", r.pedidos()).put("respondidos", r.respondidos()).put("vazao", r.vazao())
                .put("erros", r.totalDeErros()).put("errosNoAquecimento", r.totalDeErrosNoAquecimento());
        raiz.set("latencia", latencias(r.latencias()));
        raiz.set("servico", latencias(r.servico()));
        raiz.set("curva", curva(r.latencias()));
        raiz.set("curvaDoServico", curva(r.servico()));
        ArrayNode rotas = raiz.putArray("rotas");
        r.rotas().forEach(rota -> rotas.add(rota(rota)));
        ArrayNode erros = raiz.putArray("errosPorTipo");
        r.erros().forEach(erro -> erros.add(erro(erro)));
        ArrayNode noAquecimento = raiz.putArray("errosNoAquecimentoPorTipo");
        r.errosNoAquecimento().forEach(erro -> noAquecimento.add(erro(erro)));
        raiz.set("intervalos", JSON.valueToTree(r.intervalos()));
        raiz.set("gerador", gerador(r.gerador()));
        return raiz;
    }

    private static ObjectNode plano(Plano p) {
        ObjectNode no = JSON.createObjectNode().put("alvo", p.alvo().base() + p.alvo().caminho())
                .put("modelo", p.modelo() instanceof Modelo.Aberto ? "aberto" : "fechado")
                .put("descricao", Descricao.doModelo(p)).put("conexoes", p.modelo().conexoes())
                .put("duracaoSegundos", p.modelo().duracao().toMillis() / 1e3)
                .put("aquecimentoSegundos", p.aquecimento().toMillis() / 1e3).put("timeout", p.timeout().toMillis())
                .put("reusaConexoes", p.reusarConexoes()).put("semente", p.semente());
        if (p.modelo() instanceof Modelo.Aberto aberto) {
            ArrayNode fluxos = no.put("pedidosDevidos", aberto.totalDePedidos()).putArray("fluxos");
            aberto.fluxos().forEach(f -> fluxos.add(Descricao.doFluxo(f)));
        }
        return no;
    }

    private static ObjectNode latencias(Latencias l) {
        ObjectNode no = JSON.createObjectNode().put("total", l.total()).put("media", l.mediaMs());
        for (double p : new double[] {50, 75, 90, 95, 99, 99.9, 99.99}) {
            no.put("p" + (p == Math.rint(p) ? String.valueOf((long) p) : String.valueOf(p)), l.percentilMs(p));
        }
        return no.put("max", l.maxMs());
    }

    private static ArrayNode curva(Latencias l) {
        ArrayNode pontos = JSON.createArrayNode();
        l.curva().forEach(p -> pontos.addArray().add(p.percentil()).add(p.ms()));
        return pontos;
    }

    private static ObjectNode rota(MedidaDaRota m) {
        ObjectNode no = JSON.createObjectNode().put("rota", m.rota()).put("pedidos", m.pedidos())
                .put("respondidos", m.respondidos()).put("aceitos", m.aceitas().total()).put("erros", m.erros());
        no.set("porStatus", JSON.valueToTree(m.porStatus()));
        no.set("latencia", latencias(m.todas()));
        return no;
    }

    private static ObjectNode erro(ErroVisto e) {
        ObjectNode no = JSON.createObjectNode().put("tipo", e.tipo().name()).put("nome", e.tipo().nome())
                .put("quantos", e.quantos());
        no.set("amostras", JSON.valueToTree(e.amostras()));
        return no;
    }

    private static ObjectNode gerador(SaudeDoGerador g) {
        ObjectNode no = JSON.createObjectNode().put("foiOGargalo", g.foiOGargalo())
                .put("latenciaAfetada", g.latenciaAfetada()).put("ocupacao", g.ocupacao())
                .put("ocupacaoMaxima", g.ocupacaoMaxima()).put("fila", g.fila())
                .put("esperaramConexao", g.esperaramConexao()).put("cpuDoProcessoSegundos", g.cpuDoProcesso())
                .put("bytesPorPedido", g.bytesPorPedido());
        no.set("atrasos", latencias(g.atrasos()));
        ObjectNode pausas = no.putObject("pausas").put("coletas", g.pausas().coletas())
                .put("coletasTotal", g.pausas().coletasMs()).put("maiorColeta", g.pausas().maiorColetaMs());
        pausas.set("solucos", latencias(g.pausas().solucos()));
        ObjectNode ritmo = no.putObject("ritmo").put("pulsos", g.ritmo().pulsos()).put("lento", g.ritmo().lento())
                .put("pior", g.ritmo().pior());
        ritmo.set("latenciaForaDoLento", latencias(g.ritmo().foraDoLento()));
        no.set("gargalos", JSON.valueToTree(g.gargalos()));
        no.set("avisos", JSON.valueToTree(g.avisos()));
        return no;
    }
}
