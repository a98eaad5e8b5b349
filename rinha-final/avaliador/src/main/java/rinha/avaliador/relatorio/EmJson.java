package rinha.avaliador.relatorio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import rinha.avaliador.Achado;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Nota;
import rinha.avaliador.Sistema;
import rinha.avaliador.Verificacao;
import rinha.carga.relatorio.RelatorioJson;

/// A avaliação em JSON. O esquema está no README do módulo, e um teste confere que os dois dizem o mesmo.
final class EmJson {

    /// Muda quando um campo some ou muda de sentido; campo novo não a muda.
    static final int VERSAO = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private EmJson() {
    }

    static String texto(Avaliacao a) throws JsonProcessingException {
        return JSON.writeValueAsString(arvore(a));
    }

    static ObjectNode arvore(Avaliacao a) {
        ObjectNode raiz = JSON.createObjectNode().put("versao", VERSAO).put("comecou", a.comecou().toString())
                .put("segundos", a.durou().toMillis() / 1e3).put("alvo", a.plano().alvo().toString()).put("aprovada", a.aprovada());
        raiz.set("nota", nota(a.nota()));
        a.avisos().forEach(raiz.putArray("avisos")::add);
        var regras = raiz.putArray("regras");
        a.verificacoes().forEach(v -> regras.add(regra(v)));
        var achados = raiz.putArray("achados");
        a.achados().forEach(x -> achados.add(achado(x)));
        a.fechamento().ifPresent(f -> {
            var contas = raiz.putArray("contas");
            f.contas().forEach(c -> contas.addObject().put("cliente", c.cliente()).put("inicial", c.inicial()).put("aceitas", c.aceitas())
                    .put("somaAceita", c.somaAceita()).put("desconhecidas", c.desconhecidas()).put("minimo", c.minimo())
                    .put("maximo", c.maximo()).put("visto", c.visto()).put("confere", c.confere()));
        });
        a.carga().ifPresent(r -> raiz.set("carga", RelatorioJson.arvore(r)));
        a.sistema().ifPresent(s -> raiz.set("sistema", sistema(s)));
        return raiz;
    }

    private static ObjectNode nota(Nota n) {
        ObjectNode no = JSON.createObjectNode().put("valor", n.valor().centavos() / 100.0).put("contrato", Nota.CONTRATO.centavos() / 100.0)
                .put("porcentagem", n.porcentagem()).put("boas", n.boas()).put("pedidos", n.pedidos()).put("inconsistencias", n.inconsistencias())
                .put("multaDoSla", n.multaDoSla().centavos() / 100.0).put("multaDoSaldo", n.multaDoSaldo().centavos() / 100.0).put("vale", n.vale());
        n.motivos().forEach(no.putArray("motivos")::add);
        return no;
    }

    private static ObjectNode regra(Verificacao v) {
        return JSON.createObjectNode().put("id", v.regra().id()).put("titulo", v.regra().titulo()).put("oficial", v.regra().oficial())
                .put("peso", v.regra().peso().name().toLowerCase(Locale.ROOT)).put("situacao", v.situacao().name().toLowerCase(Locale.ROOT))
                .put("exames", v.exames()).put("motivo", v.motivo());
    }

    private static ObjectNode achado(Achado a) {
        ObjectNode no = JSON.createObjectNode().put("regra", a.regra().id()).put("vezes", a.vezes()).put("custo", a.custo().centavos() / 100.0)
                .put("causa", a.causa()).put("proximoPasso", a.proximoPasso()).put("repetir", a.repetir());
        var exemplos = no.putArray("exemplos");
        a.exemplos().forEach(e -> exemplos.addObject().put("enviado", e.enviado()).put("veio", e.veio()).put("esperado", e.esperado()));
        return no;
    }

    private static ObjectNode sistema(Sistema s) {
        ObjectNode no = JSON.createObjectNode().put("descricao", s.descricao()).put("segundos", s.duracao().toMillis() / 1e3)
                .put("imposto", s.imposto()).put("comoFoi", s.comoFoi()).put("cpuMedia", s.cpuMedia()).put("picoBytes", s.picoBytes());
        s.limiteCpu().ifPresent(l -> no.put("limiteCpu", l));
        s.limiteBytes().ifPresent(l -> no.put("limiteBytes", l));
        var processos = no.putArray("processos");
        s.processos().forEach(p -> processos.addObject().put("nome", p.nome()).put("pid", p.pid()).put("cpuSegundos", p.cpuSegundos())
                .put("cpuMedia", s.cpuMedia(p.cpuSegundos())).put("picoBytes", p.picoBytes()));
        return no;
    }
}
